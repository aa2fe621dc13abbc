import type { Language } from "downstream/explorer";

/**
 * The address of a page of this site with a query: relative addresses only, so that the site works at any path. `root` is where the
 * site's root is, relative to the page that is open.
 */
export function pageAddress(options: {
  readonly root: string;
  readonly page: "explorer" | "embed";
  readonly language: Language;
  readonly query: string;
}): string {
  const { root, page, language, query } = options;
  const folder = language === "en" ? root : `${root}es/`;
  const named = location.pathname.endsWith("/index.html") ? "index.html" : "";
  const url = new URL(folder + (page === "embed" ? "embed.html" : named), location.href);
  url.search = query;
  url.hash = "";
  return url.href;
}

/** Shows a query in the address bar without a step of the browser's history; at most some ten times in a second. */
export function mirrorAddress(): (query: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = "";
  return (query) => {
    wanted = query;
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      const url = new URL(location.href);
      url.search = wanted;
      // A browser may refuse when it is asked too often; the next change tries again.
      try {
        history.replaceState(history.state, "", url);
      } catch {}
    }, 120);
  };
}
