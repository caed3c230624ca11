package baton.authorizerequest;

import baton.id.WorkspaceId;
import java.util.Optional;

/// What a token is worth.
sealed interface Verdict {

  /// An issuer that we trust vouches for this subject.
  ///
  /// @param workspace that they come to, unless the token leaves it open
  record Vouched(String issuer, String subject, Optional<WorkspaceId> workspace) implements Verdict {}

  /// Nothing.
  record Refused(Reason reason) implements Verdict {}
}
