/// What tests of functions call them with.
@NullMarked
package baton.http;

import org.jspecify.annotations.NullMarked;
