import { mount } from "svelte";
import Embed from "./Embed.svelte";
import { openApp, pageLanguage, sayFailure } from "./open-app.ts";
import { embedWords } from "./words/embed.ts";

/** Starts the one chart of an embedded page, with what its address holds; the first paint stands until the first result. */
export async function startEmbed(target: HTMLElement): Promise<void> {
  try {
    const { app, release } = await openApp(target);
    mount(Embed, { target, props: { app, missing: release.missing } });
  } catch (error) {
    sayFailure(target, embedWords[pageLanguage()].failed, error);
  }
}
