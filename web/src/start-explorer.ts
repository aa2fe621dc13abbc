import { otherLanguage, parseLink, printLink } from "downstream/explorer";
import { mount } from "svelte";
import App from "./App.svelte";
import { openApp, pageLanguage, sayFailure } from "./open-app.ts";
import type { ExplorerStore } from "./state/explorer-app.svelte.ts";
import { appWords } from "./words/app.ts";

/**
 * Starts the explorer in its place of the page, with what the page's address holds. The first paint stands until the first result; where
 * nothing can be started it stays, with words above it.
 */
export async function startExplorer(target: HTMLElement): Promise<void> {
  try {
    const { app, release, findings } = await openApp(target);
    followAddress(app);
    followLanguage(app);
    // Above the first paint, which stands until there is a result: a failure is said where it is seen.
    const anchor = target.firstChild;
    mount(App, { target, ...(anchor && { anchor }), props: { app, release, findings } });
  } catch (error) {
    const words = appWords[pageLanguage()];
    sayFailure(target, `${words.failed} ${words.failedWhy}`, error);
  }
}

/** Another entry of the browser's history, or an address typed over this one. */
function followAddress(app: ExplorerStore): void {
  addEventListener("popstate", () => {
    const { link } = parseLink(location.search, app.facts);
    // A jump within the page is told of in the same way.
    if (printLink(link, app.facts) !== printLink(app.link, app.facts)) app.follow(link);
  });
}

/** The switch of languages goes to the same link: its address is made when it is wanted. */
function followLanguage(app: ExplorerStore): void {
  const other = document.querySelector<HTMLAnchorElement>("#other-language");
  if (other === null) return;
  const write = () => {
    other.href = app.address({ language: otherLanguage(app.language) });
  };
  for (const event of ["pointerdown", "focus", "mouseenter", "click", "keydown"] as const)
    other.addEventListener(event, write);
}
