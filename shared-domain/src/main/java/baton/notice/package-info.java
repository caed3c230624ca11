/// Who is told what, and how it is never told twice.
@NullMarked
package baton.notice;

import org.jspecify.annotations.NullMarked;
