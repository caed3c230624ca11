/// A small workspace to try Baton with, and the story that shows its main job.
@NullMarked
package baton.local.demo;

import org.jspecify.annotations.NullMarked;
