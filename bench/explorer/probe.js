// Runs in the explorer's page before anything else; `globalThis.probe` is what bench/explorer.js asks. Times are those of the page's clock, ms
// from the start of the navigation.
(() => {
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });

  const B_LINE = ".area-result svg path.middle.path-b";
  const explorer = () => document.querySelector(".explorer");
  /** The median of B in the large chart: the picture that a lever changes. */
  const picture = () => document.querySelector(B_LINE)?.getAttribute("d") ?? "";

  /** When a condition first holds and the frame that shows it has been painted. */
  function painted(holds) {
    return new Promise((resolve) => {
      const seen = () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      if (holds()) return seen();
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        seen();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
  }
  const draws = (wanted) => () => {
    const at = explorer();
    return at?.dataset.draws === wanted && !at.classList.contains("busy");
  };
  const milestones = Promise.all([painted(() => explorer() !== null), painted(draws("2000"))]);

  globalThis.probe = {
    /** Times of the load, when 2,000 draws are shown. */
    async load() {
      const [interactive, settled] = await milestones;
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      return { paint, interactive, settled, longTasks: longTasks.splice(0) };
    },
    /** Sets a slider as a hand that drags it does; gives the time until the new picture is painted. */
    async drag(label, value) {
      const input = document.querySelector(`input[type=range][id="${label}"]`);
      const before = picture();
      const begun = performance.now();
      input.value = String(value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      return (await painted(() => picture() !== before)) - begun;
    },
    /** Lets the slider go; gives the time until the picture of 2,000 draws is painted. */
    async release(label) {
      const begun = performance.now();
      document
        .querySelector(`input[type=range][id="${label}"]`)
        .dispatchEvent(new Event("change", { bubbles: true }));
      return (await painted(draws("2000"))) - begun;
    },
    /** The id of a slider by its name, and its ends. */
    slider(name) {
      const found = [...document.querySelectorAll("input[type=range]")].find((input) =>
        [...input.labels].some((label) => label.textContent.includes(name)),
      );
      return (
        found && { id: found.id, low: Number(found.min), high: Number(found.max), step: Number(found.step) }
      );
    },
    longTasks: () => longTasks.splice(0),
  };
})();
