/// Who may see and do what: roles, permissions, visibility.
@NullMarked
package baton.access;

import org.jspecify.annotations.NullMarked;
