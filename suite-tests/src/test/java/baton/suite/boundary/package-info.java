/// What may know what: held by reading the sources, and by failing when there is nothing to read.
@NullMarked
package baton.suite.boundary;

import org.jspecify.annotations.NullMarked;
