/// Ids are types: what names what. All match `[A-Za-z0-9_-]{1,64}`.
@NullMarked
package baton.id;

import org.jspecify.annotations.NullMarked;
