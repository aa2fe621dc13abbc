import {
  type EngineParts,
  KERNEL_FILES,
  kernelOfFiles,
  type ModelFacts,
  unpackDraws,
} from "downstream/explorer";

/** Everything of a release that decides numbers, from its folder's address. Throws an Error that names the file that cannot be had. */
export async function loadRelease(folder: string): Promise<EngineParts> {
  const fetched = async (file: string): Promise<Response> => {
    const response = await fetch(folder + file).catch(() => undefined);
    if (response?.ok !== true) throw new Error(`${file} could not be loaded`);
    return response;
  };
  const [facts, ir, layout, bytes, packed] = await Promise.all([
    fetched("facts.json").then((response) => response.json() as Promise<ModelFacts>),
    fetched("ir.json").then((response) => response.json() as Promise<EngineParts["ir"]>),
    fetched(KERNEL_FILES.layout).then((response) => response.text()),
    fetched(KERNEL_FILES.bytes).then((response) => response.arrayBuffer()),
    fetched("draws.bin").then(inflated),
  ]);
  const values = unpackDraws(packed, facts.draws.parameters.length);
  return { facts, ir, values, kernel: kernelOfFiles(new Uint8Array(bytes), layout) };
}

async function inflated(response: Response): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(0);
  const plain = response.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
