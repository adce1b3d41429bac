// Every journey in {English, Spanish} x {scripts on, off}; files named *.hydrate.spec.ts need scripts; *.phone.spec.ts run
// on a phone only; *.machine.spec.ts read what is written for machines, once, with parsers of somebody else's.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const address = process.env.E2E_ADDR ?? "127.0.0.1:3311";
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

export interface Words {
  language: "en" | "es";
}

const project = (language: "en" | "es", scripts: boolean) => ({
  name: `${language} ${scripts ? "scripts" : "no scripts"}`,
  use: { language, javaScriptEnabled: scripts, locale: language },
  testIgnore: scripts ? /\.(phone|machine)\./ : /\.(phone|machine|hydrate)\./,
});

const phone = (language: "en" | "es") => ({
  name: `${language} phone`,
  use: { language, locale: language, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  testMatch: /\.phone\.spec\.ts$/,
});

const machines = { name: "machines", use: { language: "en" as const }, testMatch: /\.machine\.spec\.ts$/ };

export default defineConfig<Words>({
  testDir: "tests",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A busy machine may be late once; a journey that fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"]],
  use: {
    baseURL: `http://${address}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    project("en", true),
    project("en", false),
    project("es", true),
    project("es", false),
    phone("en"),
    phone("es"),
    machines,
  ],
  webServer: {
    command: "support/serve-fresh",
    env: { PORTAL_ADDR: address },
    url: `http://${address}/health/ready`,
    timeout: 60_000,
    reuseExistingServer: false,
  },
});
