/// Who asks: the bearer token, verified.
@NullMarked
package baton.authorizerequest;

import org.jspecify.annotations.NullMarked;
