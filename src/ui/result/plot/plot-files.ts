import { ProblemError } from "../../../ecg/problem.ts";
import { PICTURE_SIZE, PLOT_COLOURS, type PlotColours } from "./plot-svg.ts";

/** Pixels of a saved PNG for one of the picture: sharp in print and on dense screens. */
const PNG_SCALE = 2;

/** The tokens' colours as the page shows them now. */
export function plotColours(): PlotColours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(PLOT_COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as PlotColours;
}

export function svgBlob(svg: string): Blob {
  return new Blob([svg], { type: "image/svg+xml;charset=utf-8" });
}

/** The picture as PNG at twice its size. Throws a ProblemError (plot-not-drawn) where the browser cannot draw it. */
export async function pngBlob(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image(PICTURE_SIZE.width, PICTURE_SIZE.height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = PICTURE_SIZE.width * PNG_SCALE;
    canvas.height = PICTURE_SIZE.height * PNG_SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("The canvas gave no PNG.");
    return png;
  } catch (cause) {
    throw new ProblemError("plot-not-drawn", "This browser could not turn the plot into a PNG", "Save it as SVG instead", {}, { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}
