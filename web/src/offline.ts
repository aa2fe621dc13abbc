/**
 * Keeps the site's files for use without a network, once the page has nothing else to do. Only where a service worker may run (https, or
 * this machine), never in a frame of another page, and not for readers who save data.
 */
export function keepOffline(): void {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  if (manifest === null || !("serviceWorker" in navigator)) return;
  if (window.top !== window.self || connection?.saveData === true) return;
  const register = () => {
    navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {
      // Private windows and some settings forbid it: the site then works as long as there is a network.
    });
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
