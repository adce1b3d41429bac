// What staff see: the names of the desk's controls in both languages, and ways to its pages.
import type { Page } from "@playwright/test";
import { logIn, newMember } from "./members.ts";

export const desk = {
  en: {
    title: "Title", summary: "Summary", newEvent: "New event", publish: "Publish", save: "Save draft", published: "Published.", saved: "Saved.",
    keptForYou: "kept for you alone", broughtBack: "was brought back", kept: "What you type is kept.", noLine: "The line is down.",
    others: "Also writing here:", twoPeople: "Two people have changed the same text", useTheirs: "Take the other text", history: "History",
    restoreThis: "Restore this state", bin: "Move to the bin", takeOut: "Take it out of the bin", content: "Content", newText: "New text", unpublish: "Unpublish",
    here: "here", noAlt: "a picture has no words", preview: "Preview", remarks: (count: number) => (count === 1 ? "1 remark" : `${count} remarks`),
    compare: "Compare the two", keepName: "Keep this name", findVersion: "Words in the name of a version",
    asVisitor: "as a visitor will see it", asMember: "As a member", share: "Share this preview", makeLink: "Make a link", takeBack: "Take back",
    linkEnded: "has ended or was taken back", sessionEnded: "Your session had ended", beginEmpty: "Leave it and begin an empty one",
    toolbar: "Format the text", bold: "Bold", quote: "Quotation",
  },
  es: {
    title: "Título", summary: "Resumen", newEvent: "Nuevo evento", publish: "Publicar", save: "Guardar borrador", published: "Publicado.", saved: "Guardado.",
    keptForYou: "guardados solo para usted", broughtBack: "Se recuperó un texto", kept: "Lo que escribe queda guardado.", noLine: "No hay conexión.",
    others: "También escribe aquí:", twoPeople: "Dos personas cambiaron el mismo texto", useTheirs: "Tomar el otro texto", history: "Historial",
    restoreThis: "Restaurar este estado", bin: "Mover a la papelera", takeOut: "Sacar de la papelera", content: "Contenido", newText: "Texto nuevo", unpublish: "Retirar de la vista pública",
    here: "aquí", noAlt: "una imagen no tiene palabras", preview: "Vista previa", remarks: (count: number) => (count === 1 ? "1 observación" : `${count} observaciones`),
    compare: "Comparar las dos", keepName: "Guardar este nombre", findVersion: "Palabras en el nombre de una versión",
    asVisitor: "tal como lo verá un visitante", asMember: "Como miembro", share: "Compartir esta vista previa", makeLink: "Hacer un enlace", takeBack: "Retirar",
    linkEnded: "venció o fue retirado", sessionEnded: "Su sesión terminó", beginEmpty: "Dejarlo y empezar uno vacío",
    toolbar: "Dar formato al texto", bold: "Negrita", quote: "Cita",
  },
} as const;

/** The pages of the desk, below `/staff`; that of people is for admins. */
export const deskPages = [
  "",
  "/content",
  "/content?bin=1",
  "/audit",
  "/outbox",
  "/visits",
  "/banner",
  "/media",
  "/events/towards-a-caribbean-migration-conference",
  "/events/workshop-on-investigating-migrant-smuggling/change",
  "/events/workshop-on-investigating-migrant-smuggling/import",
  "/new/events",
  "/new/blog",
  "/edit/networks/diaspora",
  "/edit/networks/diaspora/history",
  "/edit/networks/diaspora/preview",
];

/** Signs in as somebody of the staff made for this journey; returns the name. */
export async function asStaff(page: Page, language: "en" | "es", scripts: boolean, name: string, role = "editor"): Promise<string> {
  await logIn(page, language, newMember(name, language, role), scripts);
  return name;
}

/** A text of one language, by its label: the same label stands in both columns, the source first. */
export const text = (page: Page, field: string) => page.locator(`[id="${field}"]`);
