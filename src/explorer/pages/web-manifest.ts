import type { Text } from "../../base/text.ts";

/** What a phone needs to keep the site as an app: `manifest.webmanifest`. Addresses are relative to it. */
export function webManifest(about: Text): string {
  return `${JSON.stringify(
    {
      name: "Downstream",
      short_name: "Downstream",
      description: about.en,
      start_url: "./index.html",
      scope: "./",
      display: "minimal-ui",
      background_color: "#ffffff",
      theme_color: "#333333",
      icons: [{ src: "icon.svg", type: "image/svg+xml", sizes: "any" }],
    },
    undefined,
    2,
  )}\n`;
}

/** The site's mark: a past that becomes a fan. */
export const SITE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="12" fill="#333333"/>
<path d="M28 34 54 14V54Z" fill="#ffffff" fill-opacity="0.35"/>
<path d="M28 34 54 25V43Z" fill="#ffffff" fill-opacity="0.6"/>
<path d="M10 46 19 30 28 34 54 34" fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
