/// HTTP on the loopback interface.
@NullMarked
package baton.local.http;

import org.jspecify.annotations.NullMarked;
