// Fetches the application and its glue side by side. Where they do not come, the page stays the plain form that it is.
const application = fetch("{{asset:survey.wasm}}");
import("{{asset:survey.js}}")
  .then(({ default: start }) => start({ module_or_path: application }))
  .catch(() => document.documentElement.classList.remove("app"));

// What was loaded before there was a service worker is kept by it now.
navigator.serviceWorker?.register("/s/sw.js", { scope: "/s/" })
  .then(() => navigator.serviceWorker.ready)
  .then(({ active }) => document.getElementById("survey-data") && active.postMessage(location.pathname))
  .catch(() => {});
