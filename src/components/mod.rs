//! What the page is laid out with: props in, callbacks out, no decisions. One component a file.

pub(crate) mod active_filters;
pub(crate) mod article;
pub(crate) mod date_fields;
pub(crate) mod document_list;
pub(crate) mod error_panel;
pub(crate) mod export_menu;
pub(crate) mod facet_group;
pub(crate) mod filters;
pub(crate) mod help_dialog;
pub(crate) mod hit_list;
pub(crate) mod margin;
pub(crate) mod mark_list;
pub(crate) mod mark_table;
pub(crate) mod masthead;
pub(crate) mod match_bar;
pub(crate) mod moment_mark;
pub(crate) mod plot;
pub(crate) mod search_box;
pub(crate) mod seed_list;
pub(crate) mod statement_table;
pub(crate) mod status_bar;
mod suggestion_list;
pub(crate) mod text;
pub(crate) mod time_strip;
pub(crate) mod undated_group;
pub(crate) mod windowed;
pub(crate) mod year_lane;
