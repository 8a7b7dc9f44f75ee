// Is a file in hand the published one? Its SHA-256 is computed here; nothing is sent anywhere.
(() => {
  const place = document.getElementById("check");
  const answer = document.getElementById("answer");
  const input = document.getElementById("file");
  const files = [...document.querySelectorAll("#files [data-sha256]")].map((row) => row.dataset);
  const longest = [...files].sort((one, other) => other.bytes - one.bytes);
  // The rule of the server, described in crates/api/src/reports/pdf_signature.rs: a signature that covers the whole file.
  const isSignedData = (hex) => {
    const head = /^308[0-4]/.test(hex) && 4 + 2 * Number(hex[3]);
    const told = head && (head > 4 ? parseInt(hex.slice(4, head), 16) : 0);
    return Boolean(head) && told <= hex.length / 2 && hex.startsWith("06092a864886f70d010702", head);
  };
  const isSignedBehind = (text, published) => {
    const behind = text.slice(published);
    if (!/\/Type ?\/(Sig|DocTimeStamp)|\/SubFilter/.test(behind)) return false;
    for (const range of behind.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
      const [a, b, c] = range.slice(1).map(Number);
      if (a < published || a >= b || b + c !== text.length || !/\/Contents\s*$/.test(text.slice(Math.max(published, a - 99), a))) continue;
      const gap = /^<([0-9a-f\s]*)>$/.exec(text.slice(a, b).toLowerCase());
      if (gap && isSignedData(gap[1].replace(/\s/g, ""))) return true;
    }
    return false;
  };
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
        const signed = isSignedBehind(new TextDecoder("latin1").decode(bytes), length);
        // Never "good": what the signer, or anybody, drew over the pages only a PDF reader shows.
        return say(signed ? "info" : "warn", fill(signed ? place.dataset.behind : place.dataset.added, known.name));
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
