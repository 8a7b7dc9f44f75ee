# syntax=docker/dockerfile:1
# The server alone: one binary with everything it serves inside.

FROM rust:1.95-slim-bookworm AS build
# The screens run in browsers.
RUN rustup target add wasm32-unknown-unknown
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/source/target \
    cargo xtask build && cp target/release/sumberdaya /usr/local/bin/sumberdaya

FROM debian:12-slim
RUN useradd --system --uid 10001 --no-create-home sumberdaya \
    && install --directory --owner=sumberdaya --group=sumberdaya --mode=0750 /data
COPY --from=build /usr/local/bin/sumberdaya /usr/local/bin/sumberdaya
USER sumberdaya
ENV SUMBERDAYA_DATA=/data SUMBERDAYA_LISTEN=0.0.0.0:8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s --retries=3 CMD ["sumberdaya", "healthcheck"]
ENTRYPOINT ["sumberdaya"]
CMD ["serve"]
