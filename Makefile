# Two commands are enough on a fresh machine: `make demo` shows the main job, `make test` runs everything.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

CONFIGURATION ?= Release
RID ?= linux-$(if $(filter aarch64 arm64,$(shell uname -m)),arm64,x64)
OUT := artifacts
AGENT := $(OUT)/agent/injector-agent
WEBHOOK := $(OUT)/webhook/injector-webhook
CLI := $(OUT)/bin/Injector.Cli/$(shell tr A-Z a-z <<<'$(CONFIGURATION)')/injector.dll
DOTNET := DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 dotnet

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

.PHONY: demo
demo: ## Inject a real manifest, run the pod, rotate a secret; no cluster and no Vault needed
	@CONFIGURATION=$(CONFIGURATION) RID=$(RID) .ci/demo $(DEMO_ARGS)

.PHONY: test
test: ## Format check, build, AOT publish, every test; ends with one line of totals
	@CONFIGURATION=$(CONFIGURATION) RID=$(RID) .ci/test

.PHONY: build
build: ## Build the whole solution, warnings as errors
	@$(DOTNET) build Injector.sln -c $(CONFIGURATION)

.PHONY: format
format: ## Bring the sources into the house style
	@$(DOTNET) format Injector.sln

.PHONY: publish-agent
publish-agent: ## Publish the agent as one static Native AOT binary to artifacts/agent
	@.ci/prerequisites aot
	@$(DOTNET) publish src/Injector.Agent -c Release -r $(RID) -o $(OUT)/agent

.PHONY: publish-webhook
publish-webhook: ## Publish the webhook as one Native AOT binary to artifacts/webhook
	@.ci/prerequisites aot
	@$(DOTNET) publish src/Injector.Webhook -c Release -r $(RID) -o $(OUT)/webhook

.PHONY: docs
docs: build ## Write the generated pages under docs/reference again
	@$(DOTNET) $(CLI) docs write docs/reference

.PHONY: agent-order
agent-order: publish-agent ## Write the order of the agent's methods in its binary anew (needs valgrind)
	@$(DOTNET) build tests/Injector.Benchmarks -c Release -v quiet
	@$(DOTNET) $(OUT)/bin/Injector.Benchmarks/release/Injector.Benchmarks.dll agent-order $(AGENT) src/Injector.Agent/StartOrder.txt
	@rm -f $(OUT)/obj/Injector.Agent/release_$(RID)/native/*.o # the compiler does not look at the file's date

.PHONY: bench-agent
bench-agent: publish-agent ## Measure the published agent: size, start to published, memory
	@$(DOTNET) build tests/Injector.Benchmarks -c Release -v quiet
	@$(DOTNET) $(OUT)/bin/Injector.Benchmarks/release/Injector.Benchmarks.dll agent --binary $(AGENT) $(BENCH_ARGS)

.PHONY: contract
contract: publish-agent ## Run the contract cases against the Vault in INJECTOR_TEST_VAULT_ADDR, with INJECTOR_TEST_VAULT_TOKEN
	@$(DOTNET) build tests/Injector.Sandbox.Tests -c Release -v quiet
	@$(DOTNET) build src/Injector.Cli -c Release -v quiet
	@.ci/contract

.PHONY: images
images: ## Build the images with buildah and print their sizes; BASES=local where no registry is reached
	@.ci/images $(BASES)

.PHONY: sbom
sbom: publish-agent publish-webhook ## Write bills of materials (CycloneDX) and the licence report to artifacts/sbom
	@node .ci/sbom.mjs $(OUT)/sbom Injector.Agent Injector.Webhook

.PHONY: bench-webhook
bench-webhook: publish-webhook ## Measure the published webhook: start, memory, throughput, latency (needs wrk)
	@$(DOTNET) build tests/Injector.Benchmarks -c Release -v quiet
	@$(DOTNET) $(OUT)/bin/Injector.Benchmarks/release/Injector.Benchmarks.dll webhook --binary $(WEBHOOK) $(BENCH_ARGS)

.PHONY: soak-webhook
soak-webhook: publish-webhook ## A million admissions: memory, handles and threads must not grow (needs wrk)
	@$(DOTNET) build tests/Injector.Benchmarks -c Release -v quiet
	@$(DOTNET) $(OUT)/bin/Injector.Benchmarks/release/Injector.Benchmarks.dll webhook-soak --binary $(WEBHOOK) $(BENCH_ARGS)

.PHONY: fuzz-templates
fuzz-templates: ## Fuzz the template engine for MINUTES (10); fails on a finding and keeps new inputs
	@.ci/fuzz templates $(MINUTES)

.PHONY: fuzz-reviews
fuzz-reviews: ## Fuzz decoding, injection and patching of admission reviews for MINUTES (10); fails on a finding and keeps new inputs
	@.ci/fuzz reviews $(MINUTES)

.PHONY: bench-templates
bench-templates: ## Measure reading and rendering of templates
	@$(DOTNET) build tests/Injector.Benchmarks -c Release -v quiet
	@$(DOTNET) $(OUT)/bin/Injector.Benchmarks/release/Injector.Benchmarks.dll templates

.PHONY: clean
clean: ## Remove everything that was built
	@rm -rf $(OUT)
