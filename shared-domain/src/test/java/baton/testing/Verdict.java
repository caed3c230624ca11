package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Eligibility;
import baton.conversation.Decision;
import baton.conversation.Rejection;
import java.util.List;

/// A decision under test: `given(…).when(…).then(…)`.
public record Verdict<E>(Decision<E> decision) {

  /// It happens, exactly so.
  public Verdict<E> then(Object... events) {
    assertThat(accepted().events()).isEqualTo(List.of(events));
    return this;
  }

  /// It is refused, for that reason.
  public void refused(Rejection rejection) {
    assertThat(decision).isEqualTo(Decision.refuse(rejection));
  }

  /// It is so already.
  public void unchanged() {
    assertThat(decision).isEqualTo(Decision.unchanged());
  }

  /// The person is told.
  public void warns(Eligibility.Soft... warnings) {
    assertThat(accepted().warnings()).containsExactly(warnings);
  }

  /// There is nothing to be told.
  public void quietly() {
    warns();
  }

  private Decision.Accepted<E> accepted() {
    return switch (decision) {
      case Decision.Accepted<E> accepted -> accepted;
      case Decision.Unchanged<E> _, Decision.Refused<E> _ -> throw new AssertionError("not accepted: " + decision);
    };
  }
}
