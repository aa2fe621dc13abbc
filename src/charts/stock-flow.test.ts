import { describe, expect, it, test } from "vitest";
import { textWidth } from "./labels.ts";
import { type StockFlowPicture, stockFlow } from "./stock-flow.ts";
import { type LayoutEdge, type LayoutNode, packedLayout } from "./stock-flow-layout.ts";
import { sectorOverview } from "./stock-flow-overview.ts";

const PICTURE: StockFlowPicture = {
  id: "example",
  title: "Treatment: what fills, empties & moves what",
  description: "An example.",
  nodes: [
    { id: "disorder", label: "people with the disorder", role: "stock", outcome: false },
    { id: "treated", label: "people in treatment", role: "stock", outcome: true },
    { id: "cases", label: "new cases", role: "flow", outcome: false },
    { id: "entries", label: "entries into treatment", role: "flow", outcome: false },
    { id: "returns", label: "returns to use", role: "flow", outcome: false },
    { id: "deaths", label: "deaths outside treatment; deaths of other causes", role: "flow", outcome: false },
    { id: "rate", label: "entry rate", role: "lever", outcome: false },
    { id: "risk", label: "perceived risk", role: "plain", outcome: false },
    { id: "all", label: "all deaths", role: "plain", outcome: true },
    { id: "lone", label: "a lever that nothing here reads", role: "lever", outcome: false },
  ],
  pipes: [
    { flow: "cases", to: "disorder" },
    { flow: "entries", from: "disorder", to: "treated" },
    { flow: "returns", from: "treated", to: "disorder" },
    { flow: "deaths", from: "disorder" },
  ],
  links: [
    { from: "rate", to: "entries", sign: "+", late: false },
    { from: "deaths", to: "risk", sign: "+", late: true },
    { from: "risk", to: "cases", sign: "-", late: false },
    { from: "deaths", to: "all", sign: "?", late: false },
  ],
};

const nodes: readonly LayoutNode[] = Array.from({ length: 18 }, (_, i) => ({
  ...{ id: `n${i}`, left: 10 + 7 * (i % 4), right: 20 + 5 * (i % 3), height: 20 + 6 * (i % 5) },
}));
const edges: readonly LayoutEdge[] = Array.from({ length: 26 }, (_, i) => ({
  ...{ from: `n${(i * 5) % 16}`, to: `n${(i * 7 + 3) % 16}`, strong: i % 4 === 0 },
})).filter(({ from, to }) => from !== to);

describe("the layout", () => {
  const layout = packedLayout(nodes, edges);
  const box = (node: LayoutNode) => {
    const { x, y } = layout.nodes.get(node.id)!;
    return {
      left: x - node.left,
      right: x + node.right,
      top: y - node.height / 2,
      bottom: y + node.height / 2,
    };
  };

  it("keeps boxes apart and inside the picture", () => {
    for (const [i, a] of nodes.entries()) {
      const one = box(a);
      expect(Math.min(one.left, one.top)).toBeGreaterThan(-0.01);
      expect(one.right).toBeLessThan(layout.width + 0.01);
      expect(one.bottom).toBeLessThan(layout.height + 0.01);
      for (const b of nodes.slice(i + 1)) {
        const other = box(b);
        const apart =
          one.right < other.left ||
          other.right < one.left ||
          one.bottom < other.top ||
          other.bottom < one.top;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it("lets arrows run past boxes, not through them", () => {
    for (const bends of layout.bends) {
      for (const { x, y } of bends) {
        for (const node of nodes) {
          const { left, right, top, bottom } = box(node);
          expect(x > left && x < right && y > top && y < bottom, node.id).toBe(false);
        }
      }
    }
  });

  it("says of each arrow whether it runs up", () => {
    expect(layout.upward.length).toBe(edges.length);
    edges.forEach(({ from, to }, i) => {
      const [a, b] = [layout.nodes.get(from)!, layout.nodes.get(to)!];
      expect(layout.upward[i], `${from} to ${to}`).toBe(b.y < a.y);
    });
  });

  it("is the same for the same input", () => {
    expect(packedLayout(nodes, edges)).toEqual(layout);
  });

  it("stands with nothing to place", () => {
    expect(packedLayout([], [])).toMatchObject({ width: 0, height: 0 });
  });
});

describe("the picture", () => {
  const svg = stockFlow(PICTURE);

  it("names every quantity and draws every pipe and link", () => {
    const text = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join(" ");
    for (const { label } of PICTURE.nodes) for (const word of label.split(" ")) expect(text).toContain(word);
    expect(svg.match(/class="link"/g)?.length).toBe(PICTURE.links.length);
    expect(svg.match(/class="valve"/g)?.length).toBe(4);
    expect(svg.match(/class="cloud"/g)?.length).toBe(2);
    expect(svg.match(/class="late"/g)?.length).toBe(1);
    expect([...svg.matchAll(/class="sign"[^>]*>([^<]+)</g)].map(([, sign]) => sign)).toEqual([
      "+",
      "+",
      "−",
      "±",
    ]);
  });

  it("has a title and a description, safe characters and no style attribute", () => {
    expect(svg).toContain('<title id="example-t">Treatment: what fills, empties &amp; moves what</title>');
    expect(svg).toContain('<desc id="example-d">An example.</desc>');
    expect(svg).not.toMatch(/style=|NaN|undefined|Infinity/);
  });

  it("looks as it did", async () => {
    await expect(svg).toMatchFileSnapshot("snapshots/stock-flow.svg");
  });
});

test("the overview has a link for each box and a number for each arrow", async () => {
  const svg = sectorOverview({
    ...{ id: "overview", title: "Parts", description: "Three parts." },
    boxes: ["Precursors", "Production", "Trafficking and the border"].map((label, i) => ({
      ...{ id: `${i}`, label, href: `chapters/${i}.html` },
    })),
    arrows: [
      { from: "0", to: "1", count: 3 },
      { from: "1", to: "2", count: 1 },
      { from: "2", to: "0", count: 12 },
    ],
  });
  expect([...svg.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    "chapters/0.html",
    "chapters/1.html",
    "chapters/2.html",
  ]);
  expect([...svg.matchAll(/class="sign"[^>]*>(\d+)</g)].map(([, count]) => count).sort()).toEqual([
    "1",
    "12",
    "3",
  ]);
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
  expect(width).toBeGreaterThan(textWidth("Trafficking and the", 13, true));
  await expect(svg).toMatchFileSnapshot("snapshots/sector-overview.svg");
});
