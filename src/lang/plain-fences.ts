/** A fenced code block that starts at the left margin: its language, and where it lies, both fences included. */
export interface FencedCode {
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;
const OPENING = /^(?:(`{3,})[ \t]*([^`]*)|(~{3,})[ \t]*(.*))$/;
const TITLE = /^#(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
/**
 * Lines outside blocks whose meaning depends on lines before them: indented fences and headings, quotations and list items that hold a
 * fence or a heading, HTML, underlined headings.
 */
const UNCLEAR =
  /^[ \t]+(?:`{3}|~{3}|#)|^ {0,3}(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)).*(?:`{3}|~{3}|#(?:[ \t]|$))|^ {0,3}<|^ {0,3}=+[ \t]*$/;
/** What Markdown may read as more than text: in a title, or in the language of a block. */
const MARKUP = /[*_`[\]<>&\\]/;

/**
 * The fenced code and the title of a Markdown text, by its lines alone: many times faster than a reader of all of
 * Markdown. Undefined where the lines alone do not decide, or a fence is not closed; then only such a reader can tell.
 */
export function plainFences(
  text: string,
): { readonly title: string | undefined; readonly codes: readonly FencedCode[] } | undefined {
  const codes: FencedCode[] = [];
  let title: string | undefined;
  let open: { readonly fence: string; readonly language: string; readonly start: number } | undefined;
  for (let at = 0; at < text.length; ) {
    LINE.lastIndex = at;
    const [whole, line] = LINE.exec(text) as unknown as [string, string];
    if (open !== undefined) {
      const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? "";
      if (fence[0] === open.fence[0] && fence.length >= open.fence.length) {
        codes.push({ language: open.language, start: open.start, end: at + line.length });
        open = undefined;
      }
    } else if (UNCLEAR.test(line)) {
      return undefined;
    } else {
      const opening = OPENING.exec(line);
      const heading = opening === null && title === undefined ? TITLE.exec(line) : null;
      if (opening !== null) {
        const language = /^[^ \t]*/.exec(opening[2] ?? opening[4] ?? "")?.[0] ?? "";
        if (MARKUP.test(language)) return undefined;
        open = { fence: opening[1] ?? opening[3] ?? "", language, start: at };
      } else if (heading !== null) {
        title = heading[1] ?? "";
        if (MARKUP.test(title)) return undefined;
      }
    }
    at += whole.length;
  }
  return open === undefined ? { title, codes } : undefined;
}
