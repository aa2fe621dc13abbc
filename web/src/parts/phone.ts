import { MediaQuery } from "svelte/reactivity";

/** Whether the page is as narrow as a phone: one column, the answer on top. The styles have the same width. */
export const phone = new MediaQuery("max-width: 47.99rem");
