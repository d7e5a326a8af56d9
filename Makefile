# Kawal's targets; `make help` lists them.
SHELL := /bin/bash
SWIFT ?= swift
ADDRESS ?= 127.0.0.1
PORT ?= 8080
PEOPLE ?= 50000
SEED ?= 1
export SWIFT_BACKTRACE ?= enable=no
STRICT := --explicit-target-dependency-import-check error
VENV := .venv/bin
# The public samples, if there are any beside the project; tests that need them are skipped without.
export KAWAL_SAMPLES ?= $(wildcard $(abspath ../shared))

.DEFAULT_GOAL := help
.PHONY: help setup setup-test build release test test-core test-swift test-partner test-postgres test-cluster test-browser \
	test-executable day format check run evaluate bench bench-cases bench-exchange bench-growth bench-linking fuzz \
	torture-exchange torture-ledger docs ci clean-site

help: ## lists the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-16s %s\n", $$1, $$2}'

setup: ## installs what building and running need (Debian packages)
	@scripts/setup run

setup-test: ## installs what the tests need as well (Chromium, fonts, Python packages in .venv)
	@scripts/setup test

build: setup ## debug build with the strict flags
	$(SWIFT) build --build-tests $(STRICT)

release: setup ## release build
	@scripts/say-how-long
	$(SWIFT) build -c release --product kawal

run: release ## builds, invents a nation, serves it on loopback and prints the address
	.build/release/kawal demo --two-sites --port $(PORT) --people $(PEOPLE) --seed $(SEED)

test: setup-test build test-browser test-executable test-swift test-partner ## every test, the browser's included

test-swift: ## the Swift tests (after `make build`)
	$(SWIFT) test --skip-build --parallel --skip PartnerTests

test-postgres: ## the shared ledger on a throw-away PostgreSQL (after `make build`)
	$(SWIFT) test --skip-build --filter ClusterLedgerTests

test-partner: ## two sites over real lines (after `make build`); few at a time, since each waits for the other
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 $(SWIFT) test --skip-build --filter PartnerTests

test-core: ## the pure core alone, without the shell's dependencies: the inner loop
	KAWAL_CORE=1 $(SWIFT) test --scratch-path .build-core

test-browser: ## the pages in headless Chromium (after `make build` and `make setup-test`)
	$(VENV)/python -m pytest -q Tests/Browser

test-executable: ## the command line as one program, kill -9 included (after `make build`)
	$(VENV)/python -m pytest -q -n 2 --dist loadfile Tests/Executable

day: release setup-test ## a scripted day in the real pages, from the first sign-in to the bundle in court (1 minute)
	$(VENV)/python scripts/day .build/release/kawal

format: ## formats the sources in place
	$(SWIFT) format -i -r --parallel Package.swift Sources Tests

check: ## format, shape of the house, generated lists, links, glossary
	$(SWIFT) format lint -r --strict --parallel Package.swift Sources Tests
	scripts/check-shape
	scripts/check-docs
	scripts/make-labelled-pairs --check

evaluate: release ## an invented nation screened and compared with its truth
	scripts/evaluate .build/release/kawal $(PEOPLE) $(SEED)

torture-ledger: release ## kills, write errors and altered bytes: nothing lost, nothing unnoticed (about 20 minutes)
	scripts/torture-ledger .build/release/kawal

torture-exchange: release ## two sites killed, cut off and lied to: no message lost, doubled or wrongly accepted (about 20 minutes)
	scripts/torture-exchange .build/release/kawal

test-cluster: release ## three etcd and PostgreSQL on loopback, the primary killed, then hung: nothing lost, nothing doubled (5 minutes)
	scripts/setup cluster
	scripts/test-cluster .build/release/kawal
	scripts/test-cluster .build/release/kawal --hang

fuzz: setup ## damaged bytes at every reader under libFuzzer and the address sanitizer; SECONDS_EACH=N, runs add up
	scripts/fuzz --seconds $(or $(SECONDS_EACH),60)

bench: release ## the rows of the design's table, each beside what it is compared with
	scripts/bench .build/release/kawal

bench-linking: release ## linking beside Splink 5 on FEBRL and invented people, PEOPLE a side (installs Splink into .venv-linking)
	scripts/bench-linking .build/release/kawal --people $(or $(filter-out 50000,$(PEOPLE)),100000)

bench-cases: release ## pages, rings and a bundle beside 100,000 cases and a million claims (2 minutes)
	scripts/bench-cases .build/release/kawal

bench-exchange: release ## signed durable messages a second between two sites, receipts, recovery (5 minutes)
	scripts/bench-exchange .build/release/kawal

bench-growth: release ## ten million entries beside none: appending, proving, starting (15 minutes, 10 GB of disk)
	scripts/bench-growth .build/release/kawal

docs: build ## regenerates the lists in docs/generated
	scripts/generate-docs .build/debug/kawal

ci: check test ## exactly what CI runs
