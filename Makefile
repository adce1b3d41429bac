# Three commands first: serve, test, dev. Every tool that is missing is installed at its pinned version.

CARGO_LEPTOS := 0.3.10
WASM_BINDGEN := 0.2.130

# Tools live beside no project, so that every clone shares them and none touches what you installed yourself.
TOOLS ?= $(HOME)/.cache/caribbean-migration-portal/tools
LEPTOS := $(TOOLS)/.cargo-leptos-$(CARGO_LEPTOS)
BINDGEN := $(TOOLS)/.wasm-bindgen-$(WASM_BINDGEN)
NODE_PARTS := end2end/node_modules/.package-lock.json

export PATH := $(TOOLS)/bin:$(CURDIR)/end2end/node_modules/.bin:$(PATH)
PORTAL := target/release/portal
BUILT := target/.built
SOURCES := $(shell find app domain frontend search server/src store/src store/migrations style public Cargo.toml Cargo.lock rust-toolchain.toml -type f 2>/dev/null)

.PHONY: serve test dev build e2e bench fmt lint unit tools system clean

serve: build ## Build what has changed, load the demo content into an empty database, serve
	@$(PORTAL) seed --demo --if-empty
	@echo
	@echo "  To try as a visitor:"
	@echo "    /en/networks/migrant-smuggling   a network, then \"Side by side\""
	@echo "    /en/events?view=month            the calendar, then \"Español\""
	@echo "    /en/search?q=migracion           search without accents, then its facets"
	@echo "    /en/repository                   a publication, then \"How to cite\""
	@echo "    /en/data/remittances-received    figures as a chart, a table and files"
	@echo "  as member@example.org:"
	@echo "    /en/networks/diaspora            \"Follow\", then /en/dashboard: how much you hear of it"
	@echo "    /en/events?view=list             an event, then \"Register for this event\""
	@echo "    /en/dashboard/profile            what you say of yourself, mail address, password"
	@echo "  as staff@example.org (admin@example.org also decides on people):"
	@echo "    /en/events?view=month            \"+\" on a day: a new event in both languages, then \"Publish\""
	@echo "    /en/staff/content                everything, and how far each language has come"
	@echo "    /en/staff/edit/networks/migrant-smuggling   the editor, \"History\", \"Preview\""
	@echo "  Password of all three: portal-demo-2026."
	@echo
	@exec $(PORTAL) serve

test: system ## Everything that must hold
# Compilers of the two profiles wait little for each other and much for themselves: one core each.
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=line lint build
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory e2e
	@$(MAKE) --no-print-directory bench

dev: tools ## Rebuild and reload on every change
	cargo run --quiet --package server --bin portal --no-default-features -- seed --demo --if-empty
	cargo leptos watch --split -- serve

build: $(BUILT)

$(BUILT): $(SOURCES) | tools
	cargo leptos build --release --split --precompress
	frontend/shorten-imports.mjs target/site/pkg
	@touch $@

lint: | tools
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

unit:
	cargo test

e2e: build | system
	cd end2end && npx playwright test

bench: build | system
	bench/run

fmt:
	cargo fmt

# --- what the commands need -------------------------------------------------------------------------------------------

tools: $(LEPTOS) $(BINDGEN) $(NODE_PARTS)
	@rustup target add wasm32-unknown-unknown >/dev/null 2>&1

# The tools are built once for each machine: quickly rather than small.
INSTALL := CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	CARGO_PROFILE_RELEASE_STRIP=symbols cargo install --quiet --root $(TOOLS)

$(LEPTOS):
	@echo "Installing cargo-leptos $(CARGO_LEPTOS): some minutes, once"
	@$(INSTALL) --locked cargo-leptos@$(CARGO_LEPTOS) --no-default-features --features no_downloads
	@touch $@

# Its lock file names a crate that the registry no longer has, so it is resolved anew for this compiler.
$(BINDGEN):
	@echo "Installing wasm-bindgen $(WASM_BINDGEN): some minutes, once"
	@CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback $(INSTALL) wasm-bindgen-cli@$(WASM_BINDGEN)
	@touch $@

$(NODE_PARTS): end2end/package.json end2end/package-lock.json
	cd end2end && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# A browser, PostgreSQL, nginx and a load generator for `make test`.
system:
	@end2end/support/install-system-parts

clean:
	rm -rf target data end2end/results
