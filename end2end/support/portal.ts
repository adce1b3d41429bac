// The vocabulary of the journeys: what a reader does, in the language of the project.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import type { Words } from "../playwright.config.ts";

export const names = {
  en: {
    skip: "Skip to main content",
    search: "Search",
    other: "Español",
    otherLanguage: "es",
    logIn: "Log in",
    register: "Register",
    sideBySide: "Side by side",
    viewMore: "View more",
    addToCalendar: "Add to calendar",
    stale: "translated from an earlier version",
    past: "Past",
    posts: "Related blogs",
    events: "Related events",
    publications: "Related publications",
    specialist: "Regional thematic specialist",
    figures: "Figures on this page",
    source: "Source",
    notFound: "Page not found",
    problems: "Please check what you asked for",
    nextMonth: "Next month",
    networks: "Thematic networks",
    cancelled: "This event was cancelled.",
    postponed: "This event was postponed.",
    lightOn: "Turn light mode on",
    lightOff: "Turn light mode off",
    onlyIn: "It exists in Spanish",
    network: "Network",
    country: "Country",
    year: "Year",
    date: "Date",
    takingPart: "Taking part",
    show: "Show",
    clear: "Clear",
    menu: "Menu",
    closeMenu: "Close menu",
    nothingMatches: "Nothing matches. Try fewer filters.",
    noEvents: "No events match. Try another period or fewer filters.",
    noHits: "No page has all of these words.",
    results: ["result", "results"],
  },
  es: {
    skip: "Saltar al contenido principal",
    search: "Buscar",
    other: "English",
    otherLanguage: "en",
    logIn: "Iniciar sesión",
    register: "Registrarse",
    sideBySide: "En paralelo",
    viewMore: "Ver más",
    addToCalendar: "Añadir al calendario",
    stale: "se tradujo de una versión anterior",
    past: "Pasado",
    posts: "Blogs relacionados",
    events: "Eventos relacionados",
    publications: "Publicaciones relacionadas",
    specialist: "Especialista temático regional",
    figures: "Cifras de esta página",
    source: "Fuente",
    notFound: "Página no encontrada",
    problems: "Revise lo que pidió, por favor",
    nextMonth: "Mes siguiente",
    networks: "Redes temáticas",
    cancelled: "Este evento se canceló.",
    postponed: "Este evento se aplazó.",
    lightOn: "Activar el modo ligero",
    lightOff: "Desactivar el modo ligero",
    onlyIn: "Existe en inglés",
    network: "Red",
    country: "País",
    year: "Año",
    date: "Fecha",
    takingPart: "Modalidad",
    show: "Mostrar",
    clear: "Limpiar",
    menu: "Menú",
    closeMenu: "Cerrar el menú",
    nothingMatches: "Nada coincide. Pruebe con menos filtros.",
    noEvents: "Ningún evento coincide. Pruebe con otro período o con menos filtros.",
    noHits: "Ninguna página contiene todas estas palabras.",
    results: ["resultado", "resultados"],
  },
} as const;

export type Names = (typeof names)["en"] | (typeof names)["es"];

interface Fixtures {
  words: Names;
  scripts: boolean;
  messages: string[];
}

/** A test with the project's language; it fails on any console message or page error. */
export const test = base.extend<Fixtures & Words>({
  language: ["en", { option: true }],
  words: async ({ language }, use) => use(names[language]),
  scripts: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
  messages: [
    async ({ page, scripts }, use) => {
      const messages: string[] = [];
      page.on("console", (message) => messages.push(`${message.type()}: ${message.text()} (${page.url()})`));
      page.on("pageerror", (error) => messages.push(`page error: ${error.message} (${page.url()})`));
      await use(messages);
      // A page that is not there is reported by the browser itself, and so is a module that it does not need without
      // scripts: those are no messages of ours.
      const browsers = scripts ? /Failed to load resource: .*(401|404|410|422)/ : /Failed to load resource|preloaded using link/;
      expect(messages.filter((message) => !browsers.test(message))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a page and waits until scripts, where they run, have taken it over. */
export async function open(page: Page, path: string, scripts: boolean) {
  const response = await page.goto(path);
  if (scripts && response?.ok()) await hydrated(page);
  return response;
}

/** The router sets this when the app has taken over the page. */
export async function hydrated(page: Page) {
  await page.waitForFunction(() => history.scrollRestoration === "manual");
}

/** Rules of axe that weigh serious or critical, broken on the page as it stands; the size of targets among them. */
export async function seriousFaults(page: Page) {
  // No page holds a document of another site, so the checker needs no page of its own beside it.
  const checker = new AxeBuilder({ page }).setLegacyMode(true).options({ rules: { "target-size": { enabled: true } } });
  const { violations, passes } = await checker.analyze();
  expect(passes.map((rule) => rule.id), page.url()).toContain("target-size");
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${page.url()} ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Every address of the site map in one language, as paths, but for the works that journeys take away again. */
export async function sitePaths(page: Page, language: string): Promise<string[]> {
  const xml = await (await page.request.get("/sitemap.xml")).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map((match) => new URL(match[1]).pathname)
    .filter((path) => path.split("/")[1] === language && !path.includes("/withdrawn-"));
}
