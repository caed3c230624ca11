/// What the documents promise to others, held against the code: routes, bodies, answers, problems, events.
@NullMarked
package baton.suite.contract;

import org.jspecify.annotations.NullMarked;
