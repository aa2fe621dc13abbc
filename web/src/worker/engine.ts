import { openSession, pagePool } from "downstream/ensemble";

const start = () => new Worker(new URL("./lanes.ts", import.meta.url), { type: "module" });
console.log(openSession, pagePool(2, start));
