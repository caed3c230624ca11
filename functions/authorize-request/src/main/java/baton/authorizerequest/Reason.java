package baton.authorizerequest;

import java.util.Locale;

/// Why a request is nobody's. Only our log says it; the caller is told nothing but "no".
enum Reason {
  NO_TOKEN,
  MALFORMED,
  ALGORITHM,
  UNTRUSTED_ISSUER_OR_AUDIENCE,
  NO_EXPIRY,
  EXPIRED,
  NOT_YET_VALID,
  NO_SUBJECT,
  WRONG_WORKSPACE,
  UNKNOWN_KEY,
  SIGNATURE,
  NO_LOGIN;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
