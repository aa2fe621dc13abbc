// The worker that runs draws: the package's own, under a name that the bundler can find.
import "downstream/page-worker";
