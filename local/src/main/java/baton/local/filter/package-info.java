/// The pattern language that Lambda's filters and SNS filter policies share.
@NullMarked
package baton.local.filter;

import org.jspecify.annotations.NullMarked;
