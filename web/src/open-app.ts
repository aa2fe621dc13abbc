import { type Language, linkSentences, parseLink } from "downstream/explorer";
import { ExplorerStore } from "./state/explorer-app.svelte.ts";
import { type OpenRelease, openRelease } from "./state/open-release.ts";
import { engineClient } from "./worker/engine-client.ts";

/** The store of a page, the release it shows, and what of the page's link could not be used, in words. */
export interface OpenApp {
  readonly app: ExplorerStore;
  readonly release: OpenRelease;
  readonly findings: readonly string[];
}

/** The language of the page. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith("es") ? "es" : "en";
}

/**
 * Opens what the page's address holds: its release, its link, an engine with workers. `target` says in `data-root` where the site's
 * root is and in `data-release` which release is the current one. Rejects where the release cannot be fetched or no worker started.
 */
export async function openApp(target: HTMLElement): Promise<OpenApp> {
  const language = pageLanguage();
  const root = target.dataset.root ?? "./";
  const release = await openRelease(root, target.dataset.release ?? "", location.search);
  const { link, diagnostics } = parseLink(location.search, release.facts);
  // A release that the site does not hold has words of its own.
  const findings = diagnostics
    .filter(({ code }) => code !== "link-release" || release.missing === undefined)
    .map((finding) => {
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
  return { app, release, findings };
}

/** Says above what stands in a page that the model could not be started, and why. */
export function sayFailure(target: HTMLElement, words: string, error: unknown): void {
  const said = error instanceof Error ? error.message : String(error);
  const notice = document.createElement("p");
  notice.className = "failure";
  notice.setAttribute("role", "alert");
  notice.textContent = `${words} ${said}`;
  target.prepend(notice);
}
