import { type Chart, type StandaloneText, standaloneSvg } from "downstream/charts";

/** Width of the drawing in a file, in pixels. */
const WIDTH = 720;
/** Pixels of a picture per pixel of the drawing. */
const SCALE = 2;

/** A chart as an SVG file in the light palette, whatever the page looks like, with title, source and citation. */
export function chartSvg(chart: Chart, text: StandaloneText): Blob {
  return new Blob([standaloneSvg(chart, text, WIDTH)], { type: "image/svg+xml" });
}

/** The same as a PNG of twice the size. Rejects where the browser cannot draw it. */
export async function chartPng(chart: Chart, text: StandaloneText): Promise<Blob> {
  const url = URL.createObjectURL(chartSvg(chart, text));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas to draw on");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error("the picture could not be made"));
        else resolve(blob);
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
