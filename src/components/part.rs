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
