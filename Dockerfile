# syntax=docker/dockerfile:1
# Builds the platform from its sources, and keeps what runs: the launcher, the worker's jar and its libraries.
FROM eclipse-temurin:17.0.20_8-jdk-jammy AS build
WORKDIR /opt/fomo
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode -pl worker -am package -DskipTests

# glibc, not Alpine's musl: the native libraries of ND4J and ONNX Runtime are linked against it.
FROM eclipse-temurin:17.0.20_8-jre-jammy
RUN groupadd --gid 10001 fomo \
    && useradd --uid 10001 --gid fomo --create-home fomo \
    && install -d -o fomo -g fomo /var/lib/fomo
WORKDIR /opt/fomo
COPY --from=build /opt/fomo/fomo ./fomo
COPY --from=build /opt/fomo/worker/target/lib ./worker/target/lib
COPY --from=build /opt/fomo/worker/target/worker-*.jar ./worker/target/
USER fomo
ENV FOMO_HOME=/var/lib/fomo
VOLUME /var/lib/fomo
ENTRYPOINT ["/opt/fomo/fomo"]
CMD ["--help"]
