//! Refreshes the remarks of the editor with what the server says of what is typed.

use leptos::prelude::document;
use leptos::web_sys::Element;

/// Shows remarks: how many, then a line for each, its field and its sentence.
pub fn show(told: &str) {
    let Some(section) = document().get_element_by_id("remarks") else { return };
    let (Ok(Some(title)), Ok(Some(list))) = (section.query_selector("h2"), section.query_selector("ul")) else {
        return;
    };
    let (count, lines) = told.split_once('\n').unwrap_or((told, ""));
    list.set_text_content(None);
    for line in lines.lines() {
        let link = line.split_once('\t').and_then(|(field, sentence)| link(&format!("#{field}"), sentence));
        if let (Some(link), Ok(item)) = (link, document().create_element("li"))
            && item.append_child(&link).is_ok()
        {
            let _ = list.append_child(&item);
        }
    }
    let is_empty = lines.is_empty();
    title.set_text_content(Some(count));
    let _ = section.toggle_attribute_with_force("hidden", is_empty);
    // Said to who cannot see it only where it has changed.
    let Some(bar) = document().get_element_by_id("remarks-count") else { return };
    let shown = if is_empty { "" } else { count };
    if bar.text_content().unwrap_or_default().trim() != shown {
        bar.set_text_content(None);
        if let Some(link) = link("#remarks", shown).filter(|_| !is_empty) {
            let _ = bar.append_child(&link);
        }
    }
}

/// A link within the page, which the router leaves alone.
fn link(address: &str, words: &str) -> Option<Element> {
    let link = document().create_element("a").ok()?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("rel", "external").ok()?;
    link.set_text_content(Some(words));
    Some(link)
}
