//! Pages and items as iterators.

use super::{Blocking, Transport, run};
use crate::client::pages::Sheet;
use crate::client::{Error, Items, Paged, Pages, Response};

impl<R: Paged, T: Transport> Iterator for Pages<'_, R, Blocking<T>> {
    type Item = Result<Response<R::Response>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let turn = match self.walk.begin(R::OPERATION)? {
            Ok(turn) => turn,
            Err(error) => return Some(Err(error)),
        };
        let client = self.call.client();
        let ready = self.call.ready_at(super::elapsed(), turn);
        let answer = ready.and_then(|(exchange, warnings)| {
            let answer = run::<T, Sheet<R>>(client, exchange)?;
            Ok(answer.warned(warnings))
        });
        Some(self.walk.end(&self.call.body(), answer, client.config()))
    }
}

impl<R: Paged, T: Transport> Iterator for Items<'_, R, Blocking<T>> {
    type Item = Result<R::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.page = R::items(page.into_data()).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
