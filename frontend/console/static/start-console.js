import init from "{{asset:console.js}}";

init({ module_or_path: "{{asset:console.wasm}}" });
