import { type Language, linkSentences, otherLanguage, parseLink } from "downstream/explorer";
import { mount } from "svelte";
import App from "./App.svelte";
import { ExplorerStore } from "./state/explorer-app.svelte.ts";
import { openRelease } from "./state/open-release.ts";
import { appWords } from "./words/app.ts";
import { engineClient } from "./worker/engine-client.ts";

/**
 * Starts the explorer in its place of the page, with what the page's address holds. The first paint stands until the first result; where
 * nothing can be started it stays, with words above it.
 */
export async function startExplorer(target: HTMLElement): Promise<void> {
  const language: Language = document.documentElement.lang.startsWith("es") ? "es" : "en";
  const root = target.dataset.root ?? "./";
  try {
    const release = await openRelease(root, target.dataset.release ?? "", location.search);
    const { link, diagnostics } = parseLink(location.search, release.facts);
    const findings = diagnostics.map((finding) => {
      const { message, next } = linkSentences(finding, language);
      return `${message} ${next}`.trim();
    });
    const app = new ExplorerStore({
      ...{ language, root, release, link },
      engine: engineClient({
        ready: () => app.ready(),
        answered: (answer) => app.answered(answer),
        failed: (message, id) => app.failed(message, id),
      }),
    });
    followAddress(app);
    followLanguage(app);
    mount(App, { target, props: { app, release, findings } });
  } catch (error) {
    const words = appWords[language];
    const said = error instanceof Error ? error.message : String(error);
    const notice = document.createElement("p");
    notice.className = "failure";
    notice.setAttribute("role", "alert");
    notice.textContent = `${words.failed} ${words.failedWhy} ${said}`;
    target.prepend(notice);
  }
}

/** Another entry of the browser's history, or an address typed over this one. */
function followAddress(app: ExplorerStore): void {
  addEventListener("popstate", () => app.follow(parseLink(location.search, app.facts).link));
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
