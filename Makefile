# SPDX-License-Identifier: GPL-3.0-or-later
.PHONY: plan test build lint bench datasets clean dependencies peers

YEAR ?= datasets/call-2026
PLAN ?= plans/call-2026
MUSUBI = .build/release/musubi
TESTFLAGS = -c release -Xswiftc -enable-testing --disable-xctest --scratch-path .build/tests

# Plans the shipped programme year and names the files to open. A plan that is
# written with its true gap before the asked gap is proven ends with code 4.
plan: build
	$(MUSUBI) dispatch $(YEAR) --output $(PLAN) --force --time-limit 300

test: dependencies peers
	swift test $(TESTFLAGS)

build: dependencies
	swift build -c release --product musubi

lint:
	scripts/lint

# Measures dispatch and the matching core against their peers; BENCH=--short
# takes about two minutes,
# BENCH="--public FOLDER" adds public instances.
bench: build peers
	cd Benchmarks && swift run -c release Benchmarks $(BENCH)

datasets: dependencies
	swift run -c release WriteDatasets datasets

dependencies:
	scripts/install-dependencies

peers:
	scripts/install-peers

clean:
	rm -rf .build
