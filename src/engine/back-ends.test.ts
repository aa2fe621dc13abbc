import { referenceBatch } from "./reference-batch.ts";
import { testBackEnd } from "./test-back-end.ts";

testBackEnd("reference", referenceBatch);
