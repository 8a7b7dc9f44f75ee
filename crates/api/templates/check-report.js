// Is a file in hand the published one? Its SHA-256 is computed here; nothing is sent anywhere.
(() => {
  const place = document.getElementById("check");
  const answer = document.getElementById("answer");
  const input = document.getElementById("file");
  const files = [...document.querySelectorAll("#files [data-sha256]")].map((row) => row.dataset);
  const longest = [...files].sort((one, other) => other.bytes - one.bytes);
  // The same that the server asks of a signed file: the dictionary of a signature.
  const hasSignature = (text) => text.includes("/ByteRange") && /\/Type ?\/Sig|\/SubFilter/.test(text);
  const say = (kind, text) => { answer.className = kind; answer.textContent = text; };
  const fill = (text, name) => text.replace("{file}", name);
  const hash = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const check = async (file) => {
    say("", place.dataset.checking);
    const bytes = await file.arrayBuffer();
    const own = await hash(bytes);
    const same = files.find((known) => known.sha256 === own);
    if (same) return say("good", fill("signed" in same ? place.dataset.signed : place.dataset.same, same.name));
    // An electronic signature is written behind the bytes of the file that was signed.
    for (const known of longest) {
      const length = Number(known.bytes);
      if (known.name.endsWith(".pdf") && length > 0 && length < bytes.byteLength
        && await hash(bytes.slice(0, length)) === known.sha256) {
        const signed = hasSignature(new TextDecoder("latin1").decode(bytes.slice(length)));
        return say(signed ? "good" : "warn", fill(signed ? place.dataset.behind : place.dataset.added, known.name));
      }
    }
    say("bad", place.dataset.different);
  };
  place.hidden = false;
  if (!globalThis.crypto || !crypto.subtle) {
    input.disabled = true;
    return say("note", place.dataset.cannot);
  }
  const start = (file) => file && check(file).catch(() => say("note", place.dataset.cannot));
  input.addEventListener("change", () => start(input.files[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => { event.preventDefault(); start(event.dataTransfer.files[0]); });
})();
