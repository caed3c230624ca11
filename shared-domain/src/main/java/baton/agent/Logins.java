package baton.agent;

import baton.id.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// Who somebody is with us, by what the issuer calls them; never by an e-mail address, which an issuer may not have
/// proved.
public interface Logins {
  /// Who they are in each workspace.
  List<Login> of(String issuer, String subject);

  /// Who they are in that workspace.
  Optional<Login> of(String issuer, String subject, WorkspaceId workspace);
}
