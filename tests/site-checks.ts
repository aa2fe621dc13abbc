import { posix } from "node:path";

/** A site as `explorerSite` gives it, or as read from its folder: texts by path; bytes where a file is none. */
export type SiteTexts = Readonly<Record<string, string | Uint8Array>>;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const pages = (site: SiteTexts): (readonly [string, string])[] =>
  Object.entries(site).flatMap(([path, content]) =>
    path.endsWith(".html") && typeof content === "string" ? [[path, content] as const] : [],
  );

/** Tags of a page in order, those inside scripts and comments left out. */
export function tagsOf(html: string): readonly Tag[] {
  const text = html.replace(/<!--.*?-->/gs, "").replace(/(<script\b[^>]*>).*?<\/script>/gs, "$1");
  return [...text.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[\w:@-]+(?:="[^"]*")?)*)\s*\/?>/g)].map((tag) => ({
    name: tag[1]!.toLowerCase(),
    attributes: new Map(
      [...(tag[2] ?? "").matchAll(/([\w:@-]+)(?:="([^"]*)")?/g)].map((one) => [one[1]!, one[2] ?? ""]),
    ),
  }));
}

/** What the site's own policy would forbid, and what would call another host: `path: what`. */
export function forbidden(site: SiteTexts): readonly string[] {
  return pages(site).flatMap(([path, html]) => {
    const tags = tagsOf(html);
    const found = tags.flatMap(({ name, attributes }) => [
      ...[...attributes.keys()].filter((key) => key === "style" || /^on[a-z]/.test(key)),
      ...(name === "style" || name === "base" || name === "form" ? [`<${name}>`] : []),
      ...(name === "script" && !attributes.has("src") && attributes.get("type") !== "application/json"
        ? ["inline script"]
        : []),
      ...["src", "srcset", "poster", "data", "action"].filter((key) => isElsewhere(attributes.get(key))),
      ...(name === "link" && isElsewhere(attributes.get("href")) ? ["link to another host"] : []),
    ]);
    const policy = tags.some(({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy");
    return [...found, ...(policy ? [] : ["no policy"])].map((what) => `${path}: ${what}`);
  });
}

/** Links of pages to files or anchors that the site does not have: `path: address`. */
export function brokenLinks(site: SiteTexts): readonly string[] {
  const ids = new Map(
    pages(site).map(([path, html]) => [
      path,
      new Set(tagsOf(html).flatMap(({ attributes }) => attributes.get("id") ?? [])),
    ]),
  );
  return pages(site).flatMap(([path, html]) =>
    tagsOf(html)
      .flatMap(({ attributes }) => [attributes.get("href"), attributes.get("src")])
      .filter((address): address is string => address !== undefined && !isElsewhere(address))
      .filter((address) => {
        const [file = "", anchor] = address.replace(/\?[^#]*/, "").split("#");
        const target = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file)));
        if (!Object.hasOwn(site, target)) return true;
        return anchor !== undefined && anchor !== "" && !ids.get(target)?.has(decodeURIComponent(anchor));
      })
      .map((address) => `${path}: ${address}`),
  );
}

/** An address with a host or a scheme, or from the root of whatever host serves the site. */
function isElsewhere(address: string | undefined): boolean {
  return address !== undefined && /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address);
}

/** Ids that stand twice on one page: `path: id`. */
export function doubledIds(site: SiteTexts): readonly string[] {
  return pages(site).flatMap(([path, html]) => {
    const seen = new Set<string>();
    return tagsOf(html).flatMap(({ attributes }) => {
      const id = attributes.get("id");
      if (id === undefined) return [];
      const twice = seen.has(id);
      seen.add(id);
      return twice ? [`${path}: ${id}`] : [];
    });
  });
}
