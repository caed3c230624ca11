/// The HTTP API in front of the functions, as API Gateway would be.
@NullMarked
package baton.local.gateway;

import org.jspecify.annotations.NullMarked;
