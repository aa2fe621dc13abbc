import {
  type AnyWork,
  handedKernel,
  pagePool,
  prepareSession,
  serveScope,
  sessionWorkWith,
} from "downstream/ensemble";

const work = sessionWorkWith(handedKernel);
if (self.name === "lanes") serveScope([work as unknown as AnyWork]);
else {
  const start = () => new Worker(self.location.href, { type: "module", name: "lanes" });
  console.log(prepareSession(pagePool(2, start), work, {} as never));
}
