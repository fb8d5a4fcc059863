//! From a WSDL to a call, and to a service: VIES' check of a VAT number, with a mock of the service.
//!
//! `vat.rs` was written by `um-wsdl check_vat.wsdl -o vat.rs`.
//!
//! ```text
//! cargo run --example check_vat
//! ```

use std::error::Error;

use axum::{Router, routing::post};
use reqwest::Client;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use um_messages::{Envelope, Fault, SoapOperation, xml};

#[expect(unreachable_pub, reason = "what is generated may stand in a library")]
mod vat;

use vat::{CheckVat, CheckVatResponse};

/// The mock: it knows one number, and refuses what is no country.
async fn check(request: Envelope<CheckVat>) -> Result<Envelope<CheckVatResponse>, Envelope<Fault>> {
    let CheckVat {
        country_code,
        vat_number,
    } = request.body.clone();
    if country_code.len() != 2 {
        return Err(request.reply(Fault::sender("INVALID_INPUT")));
    }
    let is_known = vat_number == "1234567890";
    Ok(request.reply(CheckVatResponse {
        country_code,
        vat_number,
        request_date: xml::Date {
            year: 2026,
            month: 11,
            day: 29,
            timezone_offset: None,
        },
        valid: is_known,
        name: Some(is_known.then(|| "Ada & Sons".to_owned()).into()),
        address: None,
    }))
}

/// Sends a request, and reads the answer that belongs to it.
async fn call<T: SoapOperation>(
    client: &Client,
    url: &str,
    request: &T,
) -> Result<T::Response, Box<dyn Error>> {
    let answer = client.execute(request.to_request(url)?.try_into()?).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    Ok(request.read_response(status, &headers, &answer.bytes().await?)?)
}

async fn run() -> Result<CheckVatResponse, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/checkVatService", listener.local_addr()?);
    tokio::spawn(async {
        axum::serve(
            listener,
            Router::new().route("/checkVatService", post(check)),
        )
        .await
    });

    let client = Client::builder().no_proxy().build()?; // the mock is on this machine; the service is at `vat::ENDPOINT`
    let request = CheckVat {
        country_code: "LU".into(),
        vat_number: "1234567890".into(),
    };
    call(&client, &url, &request).await
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    println!("{:#?}", runtime.block_on(run())?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use tokio::runtime::Builder;

    #[test]
    fn the_number_is_valid() {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let answer = runtime.block_on(super::run()).unwrap();
        assert!(answer.valid);
        assert_eq!(answer.name.unwrap().value().unwrap(), "Ada & Sons");
    }
}
