//! One Yew component for all parts of the page.
//!
//! Yew's code for the life of a component (about 3 kB) is emitted once for each type of component that is mounted. So
//! the page mounts a single type, [`Part`], which runs the function of whatever component it stands for. In: a
//! component and its properties. Out: an element to put among others. Parts behave like components mounted by
//! themselves: equal properties do not draw them again, and where one takes another's place it begins anew.

use std::any::{Any, TypeId};
use std::rc::Rc;

use yew::functional::{FunctionComponent, FunctionProvider, HookContext};
use yew::html::{BaseComponent, HtmlResult};
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// `part!(Component { name: value, … })` is the component with these properties; `part!(…, html! { … })` the component
/// around something, `part!(key => …)` one that is told by a key from those beside it.
macro_rules! part {
    ($key:expr => $($rest:tt)+) => {
        $crate::components::part::keyed(
            $crate::components::part::part!(@props $($rest)+),
            ::std::option::Option::Some(::yew::virtual_dom::Key::from($key)),
        )
    };
    (@props $component:ident { $($props:tt)* }) => {
        $crate::components::part::PartProps::of::<$component>(::yew::props!(
            <$component as ::yew::functional::FunctionProvider>::Properties { $($props)* }
        ))
    };
    (@props $component:ident { $($props:tt)* }, $children:expr) => {
        $crate::components::part::part!(@props $component { children: $children, $($props)* })
    };
    ($($all:tt)+) => {
        $crate::components::part::keyed($crate::components::part::part!(@props $($all)+), ::std::option::Option::None)
    };
}
pub(crate) use part;

/// Returns a component as an element; see [`part!`].
pub(crate) fn keyed(props: PartProps, key: Option<Key>) -> Html {
    VChild::<Part>::new(props, key).into()
}

/// Properties of [`Part`]: a component and its own.
#[derive(Properties, Clone)]
pub(crate) struct PartProps {
    component: TypeId,
    props: Rc<dyn Any>,
    run: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartProps {
    pub(crate) fn of<C: FunctionProvider + 'static>(props: C::Properties) -> Self {
        Self {
            component: TypeId::of::<C>(),
            props: Rc::new(props),
            run: |context, props| match props.downcast_ref() {
                Some(props) => C::run(context, props),
                None => Ok(Html::default()),
            },
            is_same: |one, other| {
                let (one, other) = (one.downcast_ref::<C::Properties>(), other.downcast_ref());
                one == other
            },
        }
    }
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.component == other.component && (self.is_same)(&*self.props, &*other.props)
    }
}

/// A component of any kind; see [`part`].
pub(crate) struct Part {
    component: TypeId,
    life: FunctionComponent<Self>,
}

impl FunctionProvider for Part {
    type Properties = PartProps;

    fn run(context: &mut HookContext, props: &PartProps) -> HtmlResult {
        (props.run)(context, &*props.props)
    }
}

impl BaseComponent for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(context: &Context<Self>) -> Self {
        Self {
            component: context.props().component,
            life: FunctionComponent::new(context),
        }
    }

    fn update(&mut self, _context: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, context: &Context<Self>, _before: &PartProps) -> bool {
        if self.component != context.props().component {
            self.life.destroy();
            *self = Self::create(context);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> HtmlResult {
        self.life.render(context.props())
    }

    fn rendered(&mut self, _context: &Context<Self>, _is_first: bool) {
        self.life.rendered();
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.life.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        self.life.prepare_state()
    }
}

// A component lives in a browser.
#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use std::cell::RefCell;

    use gloo::utils::document;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    thread_local! {
        static SAID: RefCell<Vec<String>> = RefCell::default();
        static SWAP: RefCell<Option<Callback<(bool, u32)>>> = RefCell::default();
    }

    #[derive(Properties, PartialEq)]
    struct CountProps {
        n: u32,
    }

    fn say(what: String) {
        SAID.with_borrow_mut(|it| it.push(what));
    }

    fn said() -> Vec<String> {
        SAID.take()
    }

    /// A number, kept from the first time.
    #[component]
    fn First(props: &CountProps) -> Html {
        let n = props.n;
        let first = use_state(|| n);
        use_effect_with((), |()| || say("first ends".into()));
        say(format!("first {}", *first));
        html! { <p>{ *first }</p> }
    }

    /// Other hooks: a text, then a number.
    #[component]
    fn Second(props: &CountProps) -> Html {
        let text = use_memo((), |()| "text".to_owned());
        let n = use_mut_ref(|| props.n);
        say(format!("second {text} {}", n.borrow()));
        html! { <b>{ &*text }</b> }
    }

    #[component]
    fn Either() -> Html {
        let shown = use_state(|| (true, 1));
        let setter = shown.setter();
        SWAP.with_borrow_mut(|it| *it = Some(Callback::from(move |next| setter.set(next))));
        let (is_first, n) = *shown;
        match is_first {
            true => part!(First { n }),
            false => part!(Second { n }),
        }
    }

    #[wasm_bindgen_test]
    async fn equal_properties_draw_nothing_and_another_component_begins_anew() {
        let root = document().create_element("div").unwrap();
        let handle = yew::Renderer::<Either>::with_root(root.clone()).render();
        yew::scheduler::flush().await;
        assert_eq!(
            (said().join(", "), root.inner_html()),
            ("first 1".into(), "<p>1</p>".into())
        );
        for (next, expected, markup) in [
            ((true, 1), "", "<p>1</p>"),
            ((true, 2), "first 1", "<p>1</p>"),
            ((false, 3), "first ends, second text 3", "<b>text</b>"),
            ((true, 4), "first 4", "<p>4</p>"),
        ] {
            SWAP.with_borrow(|it| it.as_ref().unwrap().emit(next));
            yew::scheduler::flush().await;
            assert_eq!(
                (said().join(", ").as_str(), root.inner_html().as_str()),
                (expected, markup),
                "{next:?}"
            );
        }
        handle.destroy();
    }
}
