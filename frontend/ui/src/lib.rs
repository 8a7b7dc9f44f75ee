//! Tokens, components, formats and the API client of the console.
