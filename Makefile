# SPDX-License-Identifier: GPL-3.0-or-later
.PHONY: plan test build lint bench datasets clean dependencies peers install uninstall deb docs

YEAR ?= datasets/call-2026
PLAN ?= plans/call-2026
MUSUBI = .build/release/musubi
# The program and the tests are built alike, so that nothing is compiled twice; what
# tests may see costs the program nothing (valgrind counts the same instructions).
BUILDFLAGS = -c release -Xswiftc -enable-testing

# Plans the shipped programme year, stage by stage, and names the files to open; goes on
# where an earlier run ended. A plan that is written with its true gap before the asked gap
# is proven ends with code 4.
plan: build
	$(MUSUBI) plan $(YEAR) --output $(PLAN) --time-limit 300

# Built by "swift build", since "swift test" would compile every module again with flags of its own.
test: dependencies peers
	swift build $(BUILDFLAGS) --build-tests
	swift test $(BUILDFLAGS) --disable-xctest --skip-build

build: dependencies
	scripts/write-commit
	swift build $(BUILDFLAGS) --product musubi

# The program with its manual, completions and documents; DESTDIR stands before PREFIX.
PREFIX ?= /usr/local
install: build
	scripts/link-static .build/installed/musubi
	scripts/install-files install "$(DESTDIR)" "$(PREFIX)" .build/installed/musubi

uninstall:
	scripts/install-files uninstall "$(DESTDIR)" "$(PREFIX)"

# A Debian package for machines without Swift; scripts/check-deb tries it out.
DEB ?= .build/musubi.deb
deb: build
	scripts/make-deb $(DEB)

lint:
	scripts/lint

# The library's articles and symbols as pages; a link that leads nowhere is an error.
DOCS ?= .build/MusubiPlanning.doccarchive
docs: dependencies
	swift build $(BUILDFLAGS) --target MusubiPlanning
	scripts/make-docs $(DOCS)

# Measures dispatch and the matching core against their peers; BENCH=--short
# takes about two minutes,
# BENCH="--public FOLDER" adds public instances.
bench: build peers
	cd Benchmarks && swift run --scratch-path ../.build $(BUILDFLAGS) Benchmarks $(BENCH)

datasets: dependencies
	swift run $(BUILDFLAGS) WriteDatasets datasets

dependencies:
	scripts/install-dependencies

peers:
	scripts/install-peers

clean:
	rm -rf .build
